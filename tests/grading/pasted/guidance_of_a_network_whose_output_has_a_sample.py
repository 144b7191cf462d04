# problem: cfg
# says: called as a network of diffusers that returns .sample
@torch.no_grad()
def guided(unet, x, t, c, w=7.5):
    told = unet(x, t, encoder_hidden_states=c).sample
    free = unet(x, t, encoder_hidden_states=None).sample
    return free + w * (told - free)
