// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace cadastre {

namespace {

struct Shades
{
    QColor window, base, alternate, button, text, disabled, placeholder, highlight, link;
    QColor light, mid, dark, shadow, toolTip;
};

QPalette paletteOf(const Shades& shades)
{
    QPalette palette(shades.button, shades.window);
    palette.setColor(QPalette::WindowText, shades.text);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Text, shades.text);
    palette.setColor(QPalette::ButtonText, shades.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, shades.placeholder);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    palette.setColor(QPalette::Light, shades.light);
    palette.setColor(QPalette::Midlight, shades.light);
    palette.setColor(QPalette::Mid, shades.mid);
    palette.setColor(QPalette::Dark, shades.dark);
    palette.setColor(QPalette::Shadow, shades.shadow);
    palette.setColor(QPalette::ToolTipBase, shades.toolTip);
    palette.setColor(QPalette::ToolTipText, shades.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shades.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.mid);
    return palette;
}

/// The desktop's palette and style, as they were before any choice. Kept for the life of the
/// program.
struct SystemLook
{
    QPalette palette = QApplication::palette();
    QString style = QApplication::style()->name();
};

const SystemLook& systemLook()
{
    static const SystemLook look;
    return look;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xf4, 0xf5, 0xf6),
                      .base = Qt::white,
                      .alternate = QColor(0xf7, 0xf8, 0xf9),
                      .button = QColor(0xec, 0xee, 0xf0),
                      .text = QColor(0x1b, 0x1f, 0x23),
                      .disabled = QColor(0x9a, 0xa1, 0xa8),
                      .placeholder = QColor(0x6c, 0x74, 0x7c),
                      .highlight = QColor(0x1f, 0x5f, 0x8b),
                      .link = QColor(0x1f, 0x5f, 0x8b),
                      .light = Qt::white,
                      .mid = QColor(0xc4, 0xc9, 0xce),
                      .dark = QColor(0xa0, 0xa6, 0xad),
                      .shadow = QColor(0x70, 0x76, 0x7c),
                      .toolTip = QColor(0xff, 0xff, 0xf2)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x22, 0x26, 0x2a),
                      .base = QColor(0x2a, 0x2f, 0x34),
                      .alternate = QColor(0x2f, 0x34, 0x3a),
                      .button = QColor(0x38, 0x3e, 0x44),
                      .text = QColor(0xe6, 0xe9, 0xec),
                      .disabled = QColor(0x7c, 0x84, 0x8c),
                      .placeholder = QColor(0x8d, 0x95, 0x9d),
                      .highlight = QColor(0x2f, 0x6f, 0x9f),
                      .link = QColor(0x7c, 0xb7, 0xe8),
                      .light = QColor(0x3a, 0x40, 0x46),
                      .mid = QColor(0x3c, 0x42, 0x48),
                      .dark = QColor(0x14, 0x16, 0x18),
                      .shadow = QColor(0x0a, 0x0b, 0x0c),
                      .toolTip = QColor(0x33, 0x38, 0x3e)});
}

void applyTheme(ThemeChoice choice)
{
    const SystemLook& system = systemLook();
    if (choice == ThemeChoice::System) {
        if (QApplication::style()->name() != system.style)
            QApplication::setStyle(QStyleFactory::create(system.style));
        QApplication::setPalette(system.palette);
        return;
    }
    if (QApplication::style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    QApplication::setPalette(choice == ThemeChoice::Dark ? darkPalette() : lightPalette());
}

bool isDarkTheme()
{
    return QApplication::palette().color(QPalette::Base).lightness() < 128;
}

} // namespace cadastre
