# problem: swiglu
class GatedLayer(nn.Module):
    def __init__(self, config):
        super().__init__()
        if config.intermediate_size is None:
            config.intermediate_size = 64 * ((int(config.hidden_size * 8 / 3) + 63) // 64)
        self.gate_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.down_proj = nn.Linear(config.intermediate_size, config.hidden_size, bias=False)
        self.up_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.dropout, self.act = nn.Dropout(config.dropout), ACT2FN[config.hidden_act]

    def forward(self, x):
        return self.dropout(self.down_proj(self.act(self.gate_proj(x)) * self.up_proj(x)))
