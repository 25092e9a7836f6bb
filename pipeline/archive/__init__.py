"""The archive (kho văn bản): a store of many documents, searched and taken away as tables.

Takes documents, keeps them in a database (SQLite in a folder, or PostgreSQL by URL) with a search index beside it, and
answers questions of them. Rule of the place: the documents' JSON is the truth; every other row, and the whole search
index, can be made from it again.
"""
