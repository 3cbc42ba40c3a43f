// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A document as Markdown (CommonMark with tables).
#include "model/export/document.h"
#include "model/export/markdown_text.h"

#include <QStringList>
#include <QUrl>

namespace cadastre {

namespace {

QString linkedMarkdown(const DocumentText& text)
{
    return text.anchor.isEmpty()
               ? markdownText(text.text)
               : QStringLiteral("[%1](#%2)").arg(markdownText(text.text), text.anchor);
}

QString markdownHeading(const DocumentBlock& block)
{
    const QString anchor =
        block.anchor.isEmpty() ? QString() : QStringLiteral("<a id=\"%1\"></a>").arg(block.anchor);
    return QString(QString(block.level, QLatin1Char('#')) + QLatin1Char(' ') + anchor +
                   markdownText(block.text.text) + QStringLiteral("\n\n"));
}

QString markdownRow(const std::vector<DocumentText>& row)
{
    QStringList cells;
    for (const DocumentText& cell : row)
        cells << linkedMarkdown(cell);
    return QStringLiteral("| %1 |\n").arg(cells.join(QStringLiteral(" | ")));
}

QString markdownTable(const DocumentBlock& block)
{
    QString text = markdownRow(block.rows.front());
    text += QLatin1Char('|') +
            QStringLiteral("---|").repeated(static_cast<int>(block.rows.front().size())) +
            QLatin1Char('\n');
    for (std::size_t i = 1; i < block.rows.size(); ++i)
        text += markdownRow(block.rows[i]);
    return text + QLatin1Char('\n');
}

QString markdownList(const DocumentBlock& block)
{
    QString text;
    for (const std::vector<DocumentText>& row : block.rows)
        text += QStringLiteral("- %1\n").arg(linkedMarkdown(row.front()));
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

QString markdownBlock(const DocumentBlock& block)
{
    switch (block.kind) {
    case DocumentBlockKind::Heading:
        return markdownHeading(block);
    case DocumentBlockKind::Paragraph:
        return linkedMarkdown(block.text) + QStringLiteral("\n\n");
    case DocumentBlockKind::List:
        return markdownList(block);
    case DocumentBlockKind::Table:
        return markdownTable(block);
    case DocumentBlockKind::Picture:
        return markdownPicture(block);
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray markdownOf(const Document& document)
{
    QString text;
    for (const DocumentBlock& block : document.blocks())
        text += markdownBlock(block);
    while (text.endsWith(QStringLiteral("\n\n")))
        text.chop(1);
    return text.toUtf8();
}

} // namespace cadastre
