# problem: alibi-bias
# expect: fail
# says: your attention_mask is a row of ones, one for each of length
# says: one row for all queries
def biases_for(attention_mask, num_heads, dtype):
    samples, length = attention_mask.shape
    first = 2 ** (-(2 ** -(math.log2(num_heads) - 3)))
    slopes = torch.pow(torch.tensor(first), torch.arange(1, num_heads + 1))
    places = ((attention_mask.cumsum(dim=-1) - 1) * attention_mask)[:, None, :]
    return (slopes[..., None] * places).reshape(samples * num_heads, 1, length).to(dtype)
