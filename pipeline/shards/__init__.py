"""Shards: files in lots of some hundred, each read by one process of this machine or of a cluster, each written once.

Takes files and URLs, gives Parquet parts or an archive. `files` lists, `planning` cuts, `work` does one shard, `sinks`
writes it with its done-mark, `engines` runs the work here or on Ray, `run` puts them together.
"""
