import torch


class Solution:
    @torch.no_grad()
    def adamw_step(self, param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        if len(state) == 0:
            state["step"] = 0
            state["m"] = torch.zeros_like(grad)
            state["v"] = torch.zeros_like(grad)
        state["step"] += 1
        t, (b1, b2) = state["step"], betas
        state["m"].mul_(b1).add_(grad, alpha=1 - b1)
        state["v"].mul_(b2).addcmul_(grad, grad, value=1 - b2)
        denom = (state["v"] / (1 - b2**t)).sqrt_().add_(eps)
        out = param.clone().mul_(1 - lr * weight_decay)
        return out.addcdiv_(state["m"] / (1 - b1**t), denom, value=-lr)
