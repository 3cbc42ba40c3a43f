// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/icons.h"

#include "diagram/theme.h"
#include "widgets/plural_forms.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace {

void prepareTexts()
{
    cadastre::installPluralForms();
}

} // namespace

// Whoever has panels has icons, and counts things.
Q_COREAPP_STARTUP_FUNCTION(prepareTexts)

namespace cadastre {

namespace {

QString iconPath(const QString& name)
{
    return QStringLiteral(":/icons/") + name + QStringLiteral(".svg");
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

class PaletteIconEngine : public QIconEngine
{
public:
    PaletteIconEngine(QString name, IconTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(iconPath(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("cadastre/%1/%2/%3x%4")
                                .arg(m_name, color(mode).name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        {
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        }
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine* clone() const override { return new PaletteIconEngine(*this); }
    QString key() const override { return QStringLiteral("cadastre"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(iconPath(m_name)); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return toneColor(m_tone);
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon themedIcon(const QString& name, IconTone tone)
{
    if (!QFile::exists(iconPath(name)))
        return {};
    return QIcon(new PaletteIconEngine(name, tone)); // QIcon owns its engine
}

QColor toneColor(IconTone tone)
{
    const QPalette palette = QGuiApplication::palette();
    const bool dark = isDark(palette);
    switch (tone) {
    case IconTone::Text:
        return palette.color(QPalette::WindowText);
    case IconTone::Accent:
        return readableColor(palette.color(QPalette::Active, QPalette::Highlight),
                             {palette.color(QPalette::Base), palette.color(QPalette::Window)}, 4.5);
    case IconTone::Warning:
        return dark ? QColor(0xf2, 0xc0, 0x5c) : QColor(0x8a, 0x5a, 0x00);
    case IconTone::Error:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e);
    case IconTone::Success:
        return dark ? QColor(0x7f, 0xd1, 0x8b) : QColor(0x1e, 0x6b, 0x34);
    }
    Q_UNREACHABLE();
}

QColor mutedTextColor()
{
    return isDark(QGuiApplication::palette()) ? QColor(0xa3, 0xab, 0xb3) : QColor(0x5c, 0x64, 0x6c);
}

} // namespace cadastre
