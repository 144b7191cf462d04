def max_path_sum(tree):
    values, near = [], []

    def number(node, parent):
        me = len(values)
        values.append(node[0])
        near.append([parent] if parent is not None else [])
        if parent is not None:
            near[parent].append(me)
        for child in node[1:]:
            if child:
                number(child, me)

    number(tree, None)

    def walks(at, before, total):
        total += values[at]
        yield total
        for nxt in near[at]:
            if nxt != before:
                yield from walks(nxt, at, total)

    return max(total for start in range(len(values)) for total in walks(start, None, 0))
