"""One module per kind of rule: its shape and its check. The registry beside them lists the kinds."""
