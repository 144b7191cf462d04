# problem: paged-kv-lookup
import torch


class PagedKVCache:
    def __init__(self, kv_pool, block_size):
        self.kv_pool = kv_pool
        self.block_size = block_size

    def gather_kv(self, block_ids, seq_len: int) -> torch.Tensor:
        """
        Gather K/V for the first seq_len tokens from the pool.

        Reads are contiguous within each block — typically one or a handful
        of block-sized slices rather than token-by-token copies.
        """
        n_full = seq_len // self.block_size
        remainder = seq_len % self.block_size
        if len(block_ids) * self.block_size < seq_len:
            raise ValueError(f"{len(block_ids)} blocks cannot hold {seq_len} tokens")

        parts = []
        for i in range(n_full):
            parts.append(self.kv_pool[block_ids[i]])
        if remainder:
            parts.append(self.kv_pool[block_ids[n_full], :remainder])
        if not parts:
            return self.kv_pool.new_zeros(0, self.kv_pool.shape[-1])
        return torch.cat(parts, dim=0)
