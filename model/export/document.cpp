// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Collects blocks; see the header.
#include "model/export/document.h"

#include <QStringList>

namespace cadastre {

void Document::heading(int level, const QString& text, const QString& anchor)
{
    m_blocks.push_back(
        {.kind = DocumentBlockKind::Heading, .text = {text}, .level = level, .anchor = anchor});
}

void Document::paragraph(const QString& text)
{
    m_blocks.push_back({.kind = DocumentBlockKind::Paragraph, .text = {text}});
}

void Document::list(std::vector<DocumentText> items)
{
    if (items.empty())
        return;
    DocumentBlock block{.kind = DocumentBlockKind::List};
    for (DocumentText& item : items)
        block.rows.push_back({std::move(item)});
    m_blocks.push_back(std::move(block));
}

void Document::table(const QStringList& header, std::vector<std::vector<DocumentText>> rows)
{
    if (rows.empty())
        return;
    DocumentBlock block{.kind = DocumentBlockKind::Table};
    std::vector<DocumentText>& first = block.rows.emplace_back();
    for (const QString& name : header)
        first.push_back({name});
    for (std::vector<DocumentText>& row : rows)
        block.rows.push_back(std::move(row));
    m_blocks.push_back(std::move(block));
}

void Document::code(const QString& summary, const QString& text)
{
    if (!text.isEmpty())
        m_blocks.push_back({.kind = DocumentBlockKind::Code, .text = {text}, .summary = summary});
}

void Document::picture(const QByteArray& svg, const QString& caption, const QString& file)
{
    m_blocks.push_back(
        {.kind = DocumentBlockKind::Picture, .text = {caption}, .svg = svg, .file = file});
}

} // namespace cadastre
