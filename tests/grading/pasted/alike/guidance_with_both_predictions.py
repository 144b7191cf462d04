# problem: cfg
# says: your code returns 3 results: the first one is graded
@torch.no_grad()
def classifier_free_guidance(model, x, t, c, w=7.5):
    eps_c, eps_u = model(x, t, c), model(x, t, None)
    return eps_u + w * (eps_c - eps_u), eps_c, eps_u
