// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Paints a line of a list or tree as icon, name, and a quieter text behind it (type, count, place),
// both ending in an ellipsis where there is no room: the models say the whole in a tool tip.
#pragma once

#include <QStyledItemDelegate>

namespace cadastre {

/// Between name and quieter text.
inline constexpr int quietTextGap = 8;
/// What is shown of both texts in `room` pixels, and how many of them the name gets. The name keeps
/// its beginning. A short quieter text (a sign, a count) is shown whole while there is room for a
/// few letters of the name; a long one leaves the name three fifths. Where the name comes first,
/// the quieter text has what it leaves, and a name that is too long keeps its beginning and its
/// end.
struct QuietTexts
{
    QString name;
    QString quiet;
    int nameWidth = 0;
};
QuietTexts quietTextsIn(int room, const QString& name, const QString& quiet,
                        const QFontMetrics& metrics, bool nameFirst = false);

class QuietTextDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `quietRole` is the model's role of the quieter text.
    explicit QuietTextDelegate(int quietRole, QObject* parent = nullptr);

    /// The model's role of an icon at the end of the line; none by default.
    void setMarkRole(int role) { m_markRole = role; }
    /// Names are told apart by their ends, types are only looked at: what is cut is the type.
    void setNameFirst(bool first) { m_nameFirst = first; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    int m_quietRole;
    int m_markRole = -1;
    bool m_nameFirst = false;
};

} // namespace cadastre
