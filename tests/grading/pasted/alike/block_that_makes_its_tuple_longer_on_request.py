# problem: gpt-block
# says: what your tuple of one holds is graded
import math
import torch
from torch import nn

class Attention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.h = config.n_head
        self.c_attn = nn.Linear(config.n_embd, 3 * config.n_embd)
        self.c_proj = nn.Linear(config.n_embd, config.n_embd)

    def forward(self, hidden_states, attention_mask=None, output_attentions=False):
        B, T, D = hidden_states.shape
        q, k, v = (z.view(B, T, self.h, -1).transpose(1, 2) for z in self.c_attn(hidden_states).split(D, dim=2))
        w = q @ k.transpose(-2, -1) / math.sqrt(D // self.h)
        if attention_mask is not None:
            w = w + attention_mask
        w = w.softmax(-1)
        outputs = (self.c_proj((w @ v).transpose(1, 2).reshape(B, T, D)),)
        if output_attentions:
            outputs += (w,)
        return outputs

class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.attn = Attention(config)
        self.ln_2 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.mlp = nn.Sequential(nn.Linear(config.n_embd, 4 * config.n_embd), nn.GELU(), nn.Linear(4 * config.n_embd, config.n_embd))

    def forward(self, hidden_states, attention_mask=None, output_attentions=False):
        residual = hidden_states
        attn_outputs = self.attn(self.ln_1(hidden_states), attention_mask=attention_mask, output_attentions=output_attentions)
        hidden_states = attn_outputs[0] + residual
        residual = hidden_states
        hidden_states = residual + self.mlp(self.ln_2(hidden_states))
        outputs = (hidden_states,)
        outputs = outputs + attn_outputs[1:]
        return outputs
