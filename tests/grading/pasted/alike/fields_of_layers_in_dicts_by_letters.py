# problem: receptive-field
def field_of(stack):
    field, step = 1, 1
    for one in stack:
        field += one["d"] * (one["f"] - 1) * step
        step *= one["s"]
    return field
