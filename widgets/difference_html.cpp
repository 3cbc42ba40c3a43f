// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/difference_html.h"

#include "widgets/icons.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace cadastre {

namespace {

struct DifferenceTexts
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::DifferenceTexts)
};

bool isInvisible(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return c != QLatin1Char('\n') && c != QLatin1Char('\t') && c != QLatin1Char('\r');
    default:
        return false;
    }
}

QString codePoint(QChar c)
{
    return QStringLiteral("⟨U+%1⟩").arg(static_cast<int>(c.unicode()), 4, 16, QLatin1Char('0'));
}

/// Breaks lines as the text does; a carriage return before a line feed says nothing by itself.
QString linesHtml(const QString& text)
{
    QString html = withVisibleControls(text).toHtmlEscaped();
    html.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    html.replace(QLatin1Char('\r'), codePoint(QLatin1Char('\r')));
    return html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

/// The same with signs for what cannot be seen.
QString changedHtml(const QString& text)
{
    QString html = withVisibleControls(text).toHtmlEscaped();
    html.replace(QLatin1Char('\t'), QStringLiteral("→\t"));
    html.replace(QLatin1String("\r\n"), QStringLiteral("␍↵<br>"));
    html.replace(QLatin1Char('\r'), QStringLiteral("␍"));
    html.replace(QLatin1Char('\n'), QStringLiteral("↵<br>"));
    if (text.trimmed().isEmpty())
        html.replace(QLatin1Char(' '), QStringLiteral("·"));
    return html;
}

QString leftOut(qsizetype characters)
{
    return QStringLiteral("<i>%1</i>")
        .arg(DifferenceTexts::tr("… %1 more characters …")
                 .arg(QLocale().toString(static_cast<qlonglong>(characters)))
                 .toHtmlEscaped());
}

QString sameHtml(const QString& text)
{
    if (text.size() <= shownSamePart)
        return linesHtml(text);
    constexpr qsizetype end = shownSamePart / 2;
    return linesHtml(text.left(end)) % leftOut(text.size() - 2 * end) % linesHtml(text.right(end));
}

QString markedHtml(const DifferencePart& part)
{
    const bool added = part.kind == DifferenceKind::Added;
    const QString style =
        QStringLiteral("color:%1;text-decoration:%2")
            .arg(toneColor(added ? IconTone::Success : IconTone::Error).name(),
                 added ? QStringLiteral("underline") : QStringLiteral("line-through"));
    QString html = changedHtml(part.text.left(shownChangedPart));
    if (part.text.size() > shownChangedPart)
        html += leftOut(part.text.size() - shownChangedPart);
    return QStringLiteral("<span style=\"%1\">%2</span>").arg(style, html);
}

QString noComment()
{
    return QStringLiteral("<span style=\"color:%1\"><i>%2</i></span>")
        .arg(mutedTextColor().name(), DifferenceTexts::tr("no comment").toHtmlEscaped());
}

QString preserved(const QString& html)
{
    return QStringLiteral("<div style=\"white-space:pre-wrap\">%1</div>").arg(html);
}

} // namespace

QString withVisibleControls(const QString& text)
{
    QString visible;
    visible.reserve(text.size());
    for (const QChar c : text)
        isInvisible(c) ? visible.append(codePoint(c)) : visible.append(c);
    return visible;
}

QString plainTextHtml(const QString& text)
{
    if (text.isEmpty())
        return noComment();
    QString html = linesHtml(text.left(shownChangedPart));
    if (text.size() > shownChangedPart)
        html += leftOut(text.size() - shownChangedPart);
    return preserved(html);
}

QString differenceHtml(const QString& before, const QString& after)
{
    if (before == after)
        return plainTextHtml(after);
    QString html;
    for (const DifferencePart& part : textDifference(before, after))
        html += part.kind == DifferenceKind::Same ? sameHtml(part.text) : markedHtml(part);
    if (after.isEmpty())
        html += QStringLiteral(" → ") % noComment();
    return preserved(html);
}

} // namespace cadastre
