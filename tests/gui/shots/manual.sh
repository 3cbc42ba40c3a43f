#SPDX - License - Identifier : MIT
#Help inside : the manual, the list of keys and the diagnostics.
for
    theme in light dark;
do
start "$theme"
      "$sample" open_dialog F1 "Manual" shoot "manual-$theme" stop done
