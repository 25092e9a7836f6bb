"""Sections: the tree of headings and items.

`markers` says what stands at the start of a paragraph, `tree` puts markers in their order, `titles` tells a
heading from a running sentence, `attachments` reads what follows the closing.
"""

from parsers.sections.attachments import attachment
from parsers.sections.tree import tree

__all__ = ["attachment", "tree"]
