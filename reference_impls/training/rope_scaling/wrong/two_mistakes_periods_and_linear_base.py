# slip: none
def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method == "linear":
        base = base * factor
    elif method == "ntk":
        base = base * factor ** (d / (d - 2))
    elif method is not None:
        raise ValueError("unknown method")
    return [base ** (2 * i / d) for i in range(d // 2)]
