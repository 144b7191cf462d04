# problem: rope-scaling
class LlamaRotary(torch.nn.Module):
    def __init__(self, config, device=None):
        super().__init__()
        self.config = config
        self.register_buffer("inv_freq", self.compute_default())

    def compute_default(self):
        dim = getattr(self.config, "head_dim", None) or self.config.hidden_size // self.config.num_attention_heads
        theta = self.config.rope_theta
        if self.config.rope_scaling is None:
            scale = 1.0
        elif self.config.rope_scaling["type"] == "linear":
            scale = self.config.rope_scaling["factor"]
        elif self.config.rope_scaling["type"] == "ntk":
            scale = 1.0
            theta = theta * self.config.rope_scaling["factor"] ** (dim / (dim - 2))
        else:
            raise ValueError("unknown rope type")
        return theta ** (-torch.arange(0, dim, 2) / dim) / scale
