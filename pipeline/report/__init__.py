"""Reports: what a comparison or an audit found, as a page, a workbook or a Word file that can be handed on.

Takes a Comparison or an Audit, gives a Report, which each writer renders in its own way. Rule of the place: a report is
a value; writers add no facts, and what they show in colour they also say by a sign.
"""
