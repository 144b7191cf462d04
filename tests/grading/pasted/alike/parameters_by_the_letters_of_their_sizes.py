# problem: gpt-parameters
def gpt2_param_count(V, D, T, L, tie_weights=True):
    norm = 2 * D
    attention = 3 * D * D + 3 * D + D * D + D
    mlp = 8 * D * D + 5 * D
    return V * D + T * D + L * (attention + mlp + 2 * norm) + norm + (0 if tie_weights else V * D)
