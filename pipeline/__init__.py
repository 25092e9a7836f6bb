"""What is done with many documents. Knows the models and `parsers.parse`, never the inside of a parser."""
