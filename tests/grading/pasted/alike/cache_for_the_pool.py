# problem: paged-kv-lookup
def read_cache(cache, table, n_tokens):
    size = cache.shape[1]
    if n_tokens > len(table) * size:
        raise ValueError(n_tokens)
    places = [int(table[t // size]) * size + t % size for t in range(n_tokens)]
    return cache.reshape(-1, cache.shape[-1])[places]
