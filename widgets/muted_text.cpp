// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Follows the palette; see the header.
#include "widgets/muted_text.h"

#include "widgets/icons.h"

#include <QEvent>
#include <QLabel>

namespace cadastre {

namespace {

class MutedText : public QObject
{
public:
    explicit MutedText(QLabel* label)
        : QObject(label)
        , m_label(label)
    {
        label->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::PaletteChange ||
            event->type() == QEvent::ApplicationPaletteChange)
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        QPalette palette = m_label->palette();
        const QColor color = mutedTextColor();
        if (palette.color(QPalette::WindowText) == color)
            return; // setting it is a change of the palette, too
        palette.setColor(QPalette::WindowText, color);
        m_label->setPalette(palette);
    }

    QLabel* m_label;
};

} // namespace

void keepMuted(QLabel* label)
{
    new MutedText(label);
}

} // namespace cadastre
