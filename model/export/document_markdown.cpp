// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A document as Markdown (CommonMark with tables).
#include "model/export/document.h"
#include "model/export/markdown_text.h"

#include <QStringList>
#include <QUrl>

namespace cadastre {

namespace {

QString linkedMarkdown(const DocumentText& text, const AnchorLink& link)
{
    const QString target = text.anchor.isEmpty() ? QString() : link(text.anchor);
    return target.isEmpty() ? markdownText(text.text)
                            : QStringLiteral("[%1](%2)").arg(markdownText(text.text), target);
}

QString markdownHeading(const DocumentBlock& block)
{
    const QString anchor =
        block.anchor.isEmpty() ? QString() : QStringLiteral("<a id=\"%1\"></a>").arg(block.anchor);
    return QString(QString(block.level, QLatin1Char('#')) + QLatin1Char(' ') + anchor +
                   markdownText(block.text.text) + QStringLiteral("\n\n"));
}

QString markdownRow(const std::vector<DocumentText>& row, const AnchorLink& link)
{
    QStringList cells;
    for (const DocumentText& cell : row)
        cells << linkedMarkdown(cell, link);
    return QStringLiteral("| %1 |\n").arg(cells.join(QStringLiteral(" | ")));
}

QString markdownTable(const DocumentBlock& block, const AnchorLink& link)
{
    QString text = markdownRow(block.rows.front(), link);
    text += QLatin1Char('|') +
            QStringLiteral("---|").repeated(static_cast<int>(block.rows.front().size())) +
            QLatin1Char('\n');
    for (std::size_t i = 1; i < block.rows.size(); ++i)
        text += markdownRow(block.rows[i], link);
    return text + QLatin1Char('\n');
}

QString markdownList(const DocumentBlock& block, const AnchorLink& link)
{
    QString text;
    for (const std::vector<DocumentText>& row : block.rows)
        text += QStringLiteral("- %1\n").arg(linkedMarkdown(row.front(), link));
    return text + QLatin1Char('\n');
}

QString markdownPicture(const DocumentBlock& block)
{
    const QString caption = markdownText(block.text.text);
    if (block.file.isEmpty())
        return QStringLiteral("*%1*\n\n").arg(caption);
    return QStringLiteral("![%1](%2)\n\n")
        .arg(caption, QString::fromLatin1(QUrl::toPercentEncoding(block.file)));
}

/// In a fence that is longer than any that the code has.
QString markdownCode(const DocumentBlock& block)
{
    QString fence = QStringLiteral("```");
    while (block.text.text.contains(fence))
        fence += QLatin1Char('`');
    return QString(
        markdownText(block.summary) + QStringLiteral(":\n\n") + fence + QLatin1Char('\n') +
        block.text.text +
        (block.text.text.endsWith(QLatin1Char('\n')) ? QString() : QStringLiteral("\n")) + fence +
        QStringLiteral("\n\n"));
}

QString markdownBlock(const DocumentBlock& block, const AnchorLink& link)
{
    switch (block.kind) {
    case DocumentBlockKind::Heading:
        return markdownHeading(block);
    case DocumentBlockKind::Paragraph:
        return linkedMarkdown(block.text, link) + QStringLiteral("\n\n");
    case DocumentBlockKind::List:
        return markdownList(block, link);
    case DocumentBlockKind::Table:
        return markdownTable(block, link);
    case DocumentBlockKind::Picture:
        return markdownPicture(block);
    case DocumentBlockKind::Code:
        return markdownCode(block);
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray markdownOf(const Document& document)
{
    return markdownOf(document,
                      [](const QString& anchor) { return QString(QLatin1Char('#') + anchor); });
}

QByteArray markdownOf(const Document& document, const AnchorLink& link)
{
    QString text;
    for (const DocumentBlock& block : document.blocks())
        text += markdownBlock(block, link);
    while (text.endsWith(QStringLiteral("\n\n")))
        text.chop(1);
    return text.toUtf8();
}

} // namespace cadastre
