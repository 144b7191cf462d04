def single_number(values):
    odd = set()
    for v in values:
        if v in odd:
            odd.remove(v)
        else:
            odd.add(v)
    return odd.pop()
