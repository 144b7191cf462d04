# problem: cfg
# expect: fail
@torch.no_grad()
def guided(unet, x, t, c, w=7.5):
    told = unet(x, t, encoder_hidden_states=c).sample
    free = unet(x, t, encoder_hidden_states=None).sample
    return told + w * (told - free)
