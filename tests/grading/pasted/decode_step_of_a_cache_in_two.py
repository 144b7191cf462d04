# problem: kv-cache-decode
# expect: invalid
# says: Your code also needs v_cache, which the problem doesn't give: it gives q, k_new, v_new and cache.
def attend_with_a_cache(q_new, k_new, v_new, k_cache, v_cache):
    keys, values = torch.cat([k_cache, k_new], -2), torch.cat([v_cache, v_new], -2)
    weights = (q_new @ keys.mT / keys.shape[-1] ** 0.5).softmax(-1)
    return weights @ values, keys, values
