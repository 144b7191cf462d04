# problem: gpt-parameters
# expect: fail
def count_parameters(vocab_size, n_layers, d_model, n_heads, max_seq_len=1024, tie_weights=True):
    attention = 4 * (d_model * d_model + d_model)
    mlp = 8 * d_model * d_model + 5 * d_model
    total = (vocab_size + max_seq_len) * d_model + n_layers * (attention + mlp + 4 * d_model)
    return total if tie_weights else total + vocab_size * d_model
