# problem: gpt-parameters
# expect: fail
def count(V, D, T, L, tie_weights=True):
    return V * D + T * D + L * 12 * D * D + D + (0 if tie_weights else V * D)
