# problem: receptive-field
# expect: fail
def field_of(stack):
    field, step = 1, 1
    for one in stack:
        field += (one["f"] - 1) * step
        step *= one["s"] * one["d"]
    return field
