# SPDX-License-Identifier: MIT
# A comment is typed, waits as pending, and what should be documented next, in both themes.
for theme in light dark; do
    comments_copy=$home/comments-$theme.sqlite
    cp "$sample" "$comments_copy"
    start "$theme" "$comments_copy"
    press ctrl+j
    shoot "worklist-$theme"
    find_object tmp_orders
    press Return
    press F2
    write "Every order since 2016, whatever its name says."
    press ctrl+p
    shoot "pending-$theme"
    stop
done
