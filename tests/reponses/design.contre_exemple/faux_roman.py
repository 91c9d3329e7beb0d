CONTRE_EXEMPLE = "On lit tout, on voit tout, on sait tout, et le jour va venir. Il fait beau, le ciel est bleu. " * 4
