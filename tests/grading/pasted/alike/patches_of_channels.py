# problem: vit-patch-embed
class PatchEmbed(nn.Module):
    def __init__(self, patch_size=16, channels=3, embed_dim=768, bias=True):
        super().__init__()
        self.proj = nn.Conv2d(channels, embed_dim, stride=patch_size, kernel_size=patch_size, bias=bias)

    def forward(self, x):
        return rearrange(self.proj(x), "b c h w -> b (h w) c")
