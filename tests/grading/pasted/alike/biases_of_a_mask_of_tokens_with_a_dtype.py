# problem: alibi-bias
# says: your attention_mask is a row of ones, one for each of length
def biases_for(attention_mask, num_heads, dtype):
    slopes = torch.tensor([2.0 ** (-8 * head / num_heads) for head in range(1, num_heads + 1)])
    place = attention_mask.cumsum(dim=-1)[0] - 1
    back = place[:, None] - place
    return (-slopes[:, None, None] * back).masked_fill(back < 0, -torch.inf).to(dtype)
