// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/theme.h"

#include "diagram/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <utility>

namespace cadastre {

namespace {

struct Shades
{
    QColor window, base, alternate, button, text, disabled, placeholder, highlight, link;
    QColor light, mid, dark, shadow, toolTip, quietHighlight;
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
    palette.setColor(QPalette::Inactive, QPalette::Highlight, shades.quietHighlight);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shades.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.mid);
    return palette;
}

/// The platform's style and the last choice. Kept for the life of the program.
struct SystemLook
{
    QString style = QApplication::style()->name();
    QRgb plainHighlight = QApplication::style()->standardPalette().color(QPalette::Highlight).rgb();
    ThemeChoice choice = ThemeChoice::System;
    DesktopWishes wishes;
};

SystemLook& systemLook()
{
    static SystemLook look;
    return look;
}

void useStyle(const QString& name)
{
    if (QApplication::style()->name() != name)
        QApplication::setStyle(QStyleFactory::create(name));
}

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

/// What is selected in a list that has not the focus: not the loudest thing of the window.
void setQuietSelection(QPalette& palette)
{
    const QPalette ours = isDarkPalette(palette) ? darkPalette() : lightPalette();
    for (const auto role : {QPalette::Highlight, QPalette::HighlightedText})
        palette.setColor(QPalette::Inactive, role, ours.color(QPalette::Inactive, role));
}

void usePalette(bool dark, const std::optional<QColor>& accent)
{
    useStyle(QStringLiteral("fusion"));
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(accent ? withAccent(palette, *accent) : palette);
}

/// The platform's palette where it is what the desktop wishes, else ours.
void useSystem(const SystemLook& system)
{
    useStyle(system.style);
    QApplication::setPalette(QPalette()); // follows the platform again
    const QPalette platform = QApplication::palette();
    const DesktopWishes& wishes = system.wishes;
    if (wishes.dark && *wishes.dark != isDarkPalette(platform))
        usePalette(*wishes.dark, wishes.accent);
    else if (wishes.accent && platform.color(QPalette::Highlight).rgb() == system.plainHighlight)
        QApplication::setPalette(withAccent(platform, *wishes.accent));
    else if (platform.color(QPalette::Inactive, QPalette::Highlight) ==
             platform.color(QPalette::Active, QPalette::Highlight)) {
        QPalette quiet; // everything else still follows the platform
        setQuietSelection(quiet);
        QApplication::setPalette(quiet);
    }
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
                      .toolTip = QColor(0xff, 0xff, 0xf2),
                      .quietHighlight = QColor(0x69, 0x74, 0x7f)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x22, 0x26, 0x2a),
                      .base = QColor(0x2a, 0x2f, 0x34),
                      .alternate = QColor(0x2f, 0x34, 0x3a),
                      .button = QColor(0x38, 0x3e, 0x44),
                      .text = QColor(0xe6, 0xe9, 0xec),
                      .disabled = QColor(0x7c, 0x84, 0x8c),
                      .placeholder = QColor(0x94, 0x9c, 0xa4),
                      .highlight = QColor(0x2f, 0x6f, 0x9f),
                      .link = QColor(0x7c, 0xb7, 0xe8),
                      .light = QColor(0x3a, 0x40, 0x46),
                      .mid = QColor(0x3c, 0x42, 0x48),
                      .dark = QColor(0x14, 0x16, 0x18),
                      .shadow = QColor(0x0a, 0x0b, 0x0c),
                      .toolTip = QColor(0x33, 0x38, 0x3e),
                      .quietHighlight = QColor(0x4c, 0x56, 0x60)});
}

QPalette withAccent(QPalette palette, const QColor& accent)
{
    palette.setColor(QPalette::Active, QPalette::Highlight, accent);
    setQuietSelection(palette);
    const QColor text = readableColor(Qt::white, {accent}, 4.5);
    palette.setColor(QPalette::Active, QPalette::HighlightedText, text);
    const QColor link = readableColor(
        accent, {palette.color(QPalette::Base), palette.color(QPalette::Window)}, 4.5);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    return palette;
}

void applyTheme(ThemeChoice choice)
{
    SystemLook& system = systemLook();
    system.choice = choice;
    if (choice == ThemeChoice::System)
        useSystem(system);
    else
        usePalette(choice == ThemeChoice::Dark, system.wishes.accent);
}

void setDesktopWishes(const DesktopWishes& wishes)
{
    SystemLook& system = systemLook();
    if (std::exchange(system.wishes, wishes) != wishes)
        applyTheme(system.choice);
}

QRgb canvasAccent()
{
    const SystemLook& system = systemLook();
    if (system.wishes.accent)
        return system.wishes.accent->rgb();
    const QRgb highlight = QApplication::palette().color(QPalette::Highlight).rgb();
    const bool isPlatforms = system.choice == ThemeChoice::System && !system.wishes.dark &&
                             highlight != system.plainHighlight;
    return isPlatforms ? highlight : 0;
}

bool isDarkTheme()
{
    return isDarkPalette(QApplication::palette());
}

} // namespace cadastre
