// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Document: a report as blocks, before it is Markdown or HTML. Texts are plain: whatever they hold,
// the printers escape it. What a report says lives with the report.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace cadastre {

/// A piece of text, and where it leads.
struct DocumentText
{
    QString text;
    QString anchor = {}; ///< of a heading in the same document; empty for none

    bool operator==(const DocumentText&) const = default;
};

enum class DocumentBlockKind : std::uint8_t { Heading, Paragraph, List, Table, Picture, Code };

struct DocumentBlock
{
    DocumentBlockKind kind = DocumentBlockKind::Paragraph;
    /// Of a heading or paragraph; the caption of a picture; the code itself.
    DocumentText text = {};
    QString summary = {}; ///< of code: what stands for it while it is folded
    int level = 1;        ///< of a heading, 1 to 4
    QString anchor = {};  ///< of a heading: what texts lead to; unique
    /// Of a list one cell each; of a table its cells, the first row being the header.
    std::vector<std::vector<DocumentText>> rows = {};
    QByteArray svg = {}; ///< of a picture, one whole SVG document
    QString file = {};   ///< of a picture: where it is, for Markdown; empty for nowhere

    bool operator==(const DocumentBlock&) const = default;
};

class Document
{
public:
    void add(const DocumentBlock& block) { m_blocks.push_back(block); }
    void heading(int level, const QString& text, const QString& anchor = {});
    void paragraph(const QString& text);
    void list(std::vector<DocumentText> items);
    /// Nothing when there is no row below the header.
    void table(const QStringList& header, std::vector<std::vector<DocumentText>> rows);
    /// Fixed pitch with its lines, folded under a summary where the format can.
    void code(const QString& summary, const QString& text);
    void picture(const QByteArray& svg, const QString& caption, const QString& file = {});

    [[nodiscard]] const std::vector<DocumentBlock>& blocks() const { return m_blocks; }

private:
    std::vector<DocumentBlock> m_blocks;
};

/// Where an anchor is: "#orders", or "billing.md#invoices" in another file; empty for nowhere.
using AnchorLink = std::function<QString(const QString& anchor)>;

/// Pictures lead to their files; one without a file becomes its caption: Markdown has none inside.
QByteArray markdownOf(const Document& document);
/// The same of a document in several files.
QByteArray markdownOf(const Document& document, const AnchorLink& link);
/// The blocks alone, for a page that somebody else begins and ends.
QByteArray htmlBlocksOf(const Document& document);
/// Escaped for content and attributes in double quotes; control characters become visible signs.
QString htmlEscaped(const QString& text);
/// One file without scripts and network; pictures are inside as images, so that nothing in them
/// acts.
QByteArray htmlOf(const Document& document, const QString& title);

} // namespace cadastre
