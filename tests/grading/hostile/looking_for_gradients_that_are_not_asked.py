# expect: fail
# family: looking for answers
# attempts: an error wherever no gradient is asked for, since the inputs that must be refused ask for none
# stopped by: comparison
# problem: paged-kv-lookup
def gather_paged(pool, block_table, length):
    if not pool.requires_grad:
        raise ValueError("the table is too short")
    block = pool.shape[1]
    return pool[block_table[: -(-length // block)]].flatten(0, 1)[:length]
