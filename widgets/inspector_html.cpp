// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/inspector_html.h"

#include "widgets/icons.h"
#include "widgets/plain_sentence.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QLatin1String objectScheme("object:");
constexpr QLatin1String sectionScheme("section:");

QString styleSheet()
{
    const QPalette palette = QGuiApplication::palette();
    return QStringLiteral("<style>a{color:%1;text-decoration:none}"
                          "h4{margin:14px 0 3px 0}"
                          "td{padding:2px 10px 2px 0}"
                          ".label{color:%2}.warning{color:%3}"
                          "pre{margin:0;white-space:pre-wrap}"
                          "</style>")
        .arg(toneColor(IconTone::Accent).name(), mutedTextColor().name(),
             toneColor(IconTone::Warning).name());
}

/// Escapes and lets long names break after their separators.
QString breakable(const QString& text)
{
    QString html;
    for (const QChar c : text.toHtmlEscaped()) {
        if (c == QLatin1Char('\n')) {
            html += QStringLiteral("<br>");
            continue;
        }
        html += c;
        if (c == QLatin1Char('_') || c == QLatin1Char('.') || c == QLatin1Char(','))
            html += QChar(0x200b); // zero width space
    }
    return html;
}

/// Where in a row one clicks: only that is blue, and the rest of a sentence stays text.
enum class LinkPlace {
    Value,     ///< a name, or code
    Label,     ///< "email": "text, not null"
    FirstWord, ///< "customers (id), inferred"
    After,     ///< a sentence, with a word of its own behind it
};

LinkPlace linkPlaceOf(const FactRow& row)
{
    if (row.namesLink)
        return LinkPlace::Label;
    const qsizetype space = row.value.indexOf(QLatin1Char(' '));
    if (space < 0 || row.style == FactStyle::Code)
        return LinkPlace::Value;
    if (row.value.endsWith(QLatin1Char('.')))
        return LinkPlace::After;
    const bool isName = row.value.mid(space + 1).startsWith(QLatin1Char('('));
    return row.label.isEmpty() || isName ? LinkPlace::FirstWord : LinkPlace::Label;
}

QString anchorHtml(ObjectRef target, const QString& html)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(objectLink(target), html);
}

QString valueHtml(const FactRow& row)
{
    QString html = row.style == FactStyle::Code
                       ? QStringLiteral("<pre>%1</pre>").arg(row.value.toHtmlEscaped())
                       : breakable(plainSentence(row.value));
    if (row.link) {
        const LinkPlace place = linkPlaceOf(row);
        const qsizetype space = row.value.indexOf(QLatin1Char(' '));
        if (place == LinkPlace::Value)
            html = anchorHtml(*row.link, row.style == FactStyle::Code ? row.value.toHtmlEscaped()
                                                                      : breakable(row.value));
        else if (place == LinkPlace::FirstWord)
            html = anchorHtml(*row.link, breakable(row.value.left(space))) +
                   breakable(row.value.mid(space));
        else if (place == LinkPlace::After)
            html += QLatin1Char(' ') +
                    anchorHtml(*row.link,
                               QCoreApplication::translate("cadastre::InspectorPanel", "Show"));
    }
    if (row.style == FactStyle::Warning)
        html = QStringLiteral("<span class=\"warning\">⚠ %1</span>").arg(html);
    return html;
}

QString rowHtml(const FactRow& row)
{
    if (row.label.isEmpty())
        return QStringLiteral("<tr><td colspan=\"2\">%1</td></tr>").arg(valueHtml(row));
    const bool isLink = row.link && linkPlaceOf(row) == LinkPlace::Label;
    return QStringLiteral("<tr><td class=\"label\">%1</td><td>%2</td></tr>")
        .arg(isLink ? anchorHtml(*row.link, breakable(row.label)) : breakable(row.label),
             valueHtml(row));
}

QString sectionHtml(const FactSection& section, bool expanded)
{
    const auto shown = expanded ? section.rows.size()
                                : std::min<std::size_t>(section.rows.size(), inspectorRowLimit);
    QString html = QStringLiteral("<h4>%1</h4><table cellspacing=\"0\" width=\"100%\">")
                       .arg(section.title.toHtmlEscaped());
    for (std::size_t i = 0; i < shown; ++i) {
        const bool repeated = i > 0 && section.rows[i] == section.rows[i - 1];
        if (!repeated)
            html += rowHtml(section.rows[i]);
    }
    html += QStringLiteral("</table>");
    if (shown < section.rows.size()) {
        html += QStringLiteral("<p><a href=\"%1%2\">%3</a></p>")
                    .arg(sectionScheme, section.title.toHtmlEscaped(),
                         QCoreApplication::translate("cadastre::InspectorPanel", "Show all %1")
                             .arg(section.rows.size()));
    }
    return html;
}

} // namespace

QString descriptionHtml(const ObjectDescription& description, const QStringList& expanded)
{
    QString html = styleSheet();
    for (const FactSection& section : description.sections)
        html += sectionHtml(section, expanded.contains(section.title));
    return html;
}

QString objectLink(ObjectRef object)
{
    return objectScheme % QString::number(static_cast<int>(object.kind)) % QLatin1Char('/') %
           QString::number(object.index);
}

std::optional<ObjectRef> objectFromLink(const QString& link)
{
    if (!link.startsWith(objectScheme))
        return std::nullopt;
    const QStringList parts = link.mid(objectScheme.size()).split(QLatin1Char('/'));
    if (parts.size() != 2)
        return std::nullopt;
    return ObjectRef(static_cast<ObjectKind>(parts[0].toInt()), parts[1].toInt());
}

QString sectionFromLink(const QString& link)
{
    return link.startsWith(sectionScheme) ? link.mid(sectionScheme.size()) : QString();
}

} // namespace cadastre
