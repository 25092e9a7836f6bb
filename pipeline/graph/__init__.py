"""The graph of an archive: documents, those that are only cited, and what each says of the others.

Takes an archive, gives frozen graphs, relatives, lineages, and what is wrong in them; writes them as Mermaid, GraphML,
JSON and a page. Rule of the place: every link is a citation that stands somewhere, and says where.
"""
