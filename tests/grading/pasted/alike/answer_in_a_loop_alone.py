# problem: siglip-loss
# says: sigmoid_loss_loop is graded as siglip_loss
def sigmoid_loss_loop(img, txt, scale, bias):
    img, txt = F.normalize(img, dim=-1), F.normalize(txt, dim=-1)
    total = 0.0
    for i in range(len(img)):
        for j in range(len(txt)):
            z = img[i] @ txt[j] * scale + bias
            total = total - F.logsigmoid(z if i == j else -z)
    return total / len(img)
