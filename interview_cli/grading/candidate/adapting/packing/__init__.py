"""Values in other containers: rows, columns, pairs, records, dicts, nodes, one tensor for two."""
