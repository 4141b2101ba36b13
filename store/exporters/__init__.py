"""Writing records out, one format a file. The rows are those of store/views.py."""
