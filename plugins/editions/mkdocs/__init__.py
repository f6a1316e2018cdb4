"""The adapter to MkDocs and its successors: the only place that imports them."""
