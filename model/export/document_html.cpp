// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A document as one HTML file, readable in light and dark, on paper and without a network.
#include "model/export/document.h"

#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

constexpr char htmlStyle[] =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;"
    "overflow-wrap:anywhere}"
    "h1,h2,h3,h4{line-height:1.2;margin:2em 0 .5em}h1{margin-top:0}"
    "table{border-collapse:collapse;margin:1em 0;display:block;overflow-x:auto}"
    "th,td{border:1px solid #8886;padding:.3em .6em;text-align:left;vertical-align:top}"
    "th{background:#8882}figure{margin:1em 0}figure img{max-width:100%;background:#fff}"
    "figcaption{opacity:.75}"
    "@media print{h2{break-before:page}}";

QString linkedHtml(const DocumentText& text)
{
    return text.anchor.isEmpty()
               ? htmlEscaped(text.text)
               : QStringLiteral("<a href=\"#%1\">%2</a>").arg(text.anchor, htmlEscaped(text.text));
}

QString htmlHeading(const DocumentBlock& block)
{
    const QString id =
        block.anchor.isEmpty() ? QString() : QStringLiteral(" id=\"%1\"").arg(block.anchor);
    return QStringLiteral("<h%1%2>").arg(block.level).arg(id) + htmlEscaped(block.text.text) +
           QStringLiteral("</h%1>\n").arg(block.level);
}

QString htmlTable(const DocumentBlock& block)
{
    QString text = QStringLiteral("<table>\n");
    bool isHeader = true;
    for (const std::vector<DocumentText>& row : block.rows) {
        text += QStringLiteral("<tr>");
        for (const DocumentText& cell : row)
            text += (isHeader ? QStringLiteral("<th>") : QStringLiteral("<td>")) +
                    linkedHtml(cell) +
                    (isHeader ? QStringLiteral("</th>") : QStringLiteral("</td>"));
        text += QStringLiteral("</tr>\n");
        isHeader = false;
    }
    return text + QStringLiteral("</table>\n");
}

QString htmlList(const DocumentBlock& block)
{
    QString text = QStringLiteral("<ul>\n");
    for (const std::vector<DocumentText>& row : block.rows)
        text += QStringLiteral("<li>") + linkedHtml(row.front()) + QStringLiteral("</li>\n");
    return text + QStringLiteral("</ul>\n");
}

QString htmlPicture(const DocumentBlock& block)
{
    return QStringLiteral("<figure><img alt=\"%1\" src=\"data:image/svg+xml;base64,%2\">"
                          "<figcaption>%1</figcaption></figure>\n")
        .arg(htmlEscaped(block.text.text), QString::fromLatin1(block.svg.toBase64()));
}

QString htmlCode(const DocumentBlock& block)
{
    return QStringLiteral("<details><summary>") + htmlEscaped(block.summary) +
           QStringLiteral("</summary>\n<pre><code>") + htmlEscaped(block.text.text) +
           QStringLiteral("</code></pre></details>\n");
}

QString htmlBlock(const DocumentBlock& block)
{
    switch (block.kind) {
    case DocumentBlockKind::Heading:
        return htmlHeading(block);
    case DocumentBlockKind::Paragraph:
        return QStringLiteral("<p>") + linkedHtml(block.text) + QStringLiteral("</p>\n");
    case DocumentBlockKind::List:
        return htmlList(block);
    case DocumentBlockKind::Table:
        return htmlTable(block);
    case DocumentBlockKind::Picture:
        return htmlPicture(block);
    case DocumentBlockKind::Code:
        return htmlCode(block);
    }
    Q_UNREACHABLE();
}

} // namespace

QString htmlEscaped(const QString& text)
{
    const auto isControl = [](QChar c) {
        return c.unicode() < 0x20 ? c != QLatin1Char('\n') && c != QLatin1Char('\t')
                                  : c == QChar(0x7f);
    };
    if (std::ranges::none_of(text, isControl))
        return text.toHtmlEscaped();
    QString result = text;
    for (QChar& c : result) {
        if (isControl(c))
            c = c == QChar(0x7f) ? QChar(0x2421) : QChar(0x2400 + c.unicode());
    }
    return result.toHtmlEscaped();
}

QByteArray htmlBlocksOf(const Document& document)
{
    QString text;
    for (const DocumentBlock& block : document.blocks())
        text += htmlBlock(block);
    return text.toUtf8();
}

QByteArray htmlOf(const Document& document, const QString& title)
{
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                                  "<meta charset=\"utf-8\">\n"
                                  "<meta name=\"viewport\" content=\"width=device-width\">\n"
                                  "<meta http-equiv=\"Content-Security-Policy\" "
                                  "content=\"default-src 'none'; style-src 'unsafe-inline'; "
                                  "img-src data:\">\n<title>") +
                   htmlEscaped(title) + QStringLiteral("</title>\n<style>") +
                   QLatin1String(htmlStyle) + QStringLiteral("</style>\n</head>\n<body>\n");
    for (const DocumentBlock& block : document.blocks())
        text += htmlBlock(block);
    return QString(text + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

} // namespace cadastre
