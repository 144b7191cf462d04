# problem: receptive-field
# says: given in each entry of your layers: kernel, stride and dilation
def receptive_field_report(layers):
    field, jump = 1, 1
    report = []
    for layer in layers:
        field += (layer["kernel"] - 1) * layer["dilation"] * jump
        jump *= layer["stride"]
        report.append({**layer, "field": field, "jump": jump})
    return field, report
