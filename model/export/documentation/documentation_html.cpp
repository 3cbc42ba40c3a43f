// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The documentation as one HTML page, a section at a time.
#include "model/export/documentation/documentation_page.h"
#include "model/export/documentation/documentation_parts.h"

#include <QCryptographicHash>

namespace cadastre {

namespace {

class DocumentationHtml
{
public:
    DocumentationHtml(const DocumentationFacts& facts, const DocumentationPictures& pictures,
                      const DocumentationSink& sink, const DocumentationProgress& progress)
        : m_facts(facts)
        , m_pictures(pictures)
        , m_sink(sink)
        , m_progress(progress)
    {
        m_total = static_cast<int>(facts.input.schema.tables.size() + facts.groups().size()) + 1;
    }

    [[nodiscard]] bool write() { return put(head()) && put(side()) && writeMain(); }

private:
    [[nodiscard]] bool put(const QByteArray& piece) { return m_sink(piece); }
    [[nodiscard]] bool step() { return m_progress(m_done++, m_total); }

    [[nodiscard]] QByteArray head() const
    {
        const QByteArray hash =
            QCryptographicHash::hash(documentationScript(), QCryptographicHash::Sha256).toBase64();
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "style-src 'unsafe-inline'; script-src 'sha256-" +
               hash + "'; base-uri 'none'; form-action 'none'\">\n<title>" +
               htmlEscaped(m_facts.input.schema.title).toUtf8() + "</title>\n<style>" +
               documentationStyles() + m_pictures.styles + "</style>\n</head>\n<body>\n" +
               "<a class=\"skip\" href=\"#top\">To the documentation</a>\n";
    }

    [[nodiscard]] QByteArray side() const
    {
        QByteArray text =
            "<aside class=\"side\" aria-label=\"Search and contents\">\n"
            "<form role=\"search\"><label for=\"search\">Search</label>\n"
            "<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" "
            "aria-describedby=\"search-hint\" aria-controls=\"results\">\n"
            "<p class=\"hint\" id=\"search-hint\">Tables, columns, comments. Press / to come "
            "here.</p></form>\n<p class=\"hint\" id=\"found\" role=\"status\"></p>\n"
            "<ul class=\"results\" id=\"results\" aria-label=\"What was found\"></ul>\n"
            "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ul>\n"
            "<li><a href=\"#top\">Overview</a></li>\n";
        for (std::size_t i = 0; i < m_facts.groups().size(); ++i)
            text += "<li><a href=\"#" + m_facts.input.anchors.ofGroup(i).toUtf8() + "\">" +
                    htmlEscaped(m_facts.groups()[i].name).toUtf8() + "</a> <span class=\"dim\">" +
                    QByteArray::number(qulonglong(m_facts.groups()[i].tables.size())) +
                    "</span></li>\n";
        return text + "<li><a href=\"#index\">Index of tables</a></li>\n</ul>\n</nav>\n</aside>\n";
    }

    [[nodiscard]] bool writeMain()
    {
        if (!step() || !put("<main>\n<header>\n" + htmlBlocksOf(documentationOverview(m_facts)) +
                            "</header>\n"))
            return false;
        for (std::size_t i = 0; i < m_facts.groups().size(); ++i)
            if (!writeGroup(i))
                return false;
        return put("<section aria-label=\"Index of tables\">\n" +
                   htmlBlocksOf(documentationIndex(m_facts)) + "</section>\n</main>\n<script>" +
                   documentationScript() + "</script>\n</body>\n</html>\n");
    }

    [[nodiscard]] bool writeGroup(std::size_t index)
    {
        if (!step())
            return false;
        const SchemaGroup& group = m_facts.groups()[index];
        QByteArray text = "<section class=\"group\" aria-label=\"" +
                          htmlEscaped(group.name).toUtf8() + "\">\n" +
                          htmlBlocksOf(documentationGroup(m_facts, index));
        const QByteArray svg = m_pictures.ofGroup(index);
        if (!svg.isEmpty())
            text += "<figure class=\"diagram\" aria-label=\"Diagram of " +
                    htmlEscaped(group.name).toUtf8() + "\" tabindex=\"0\">" + svg + "</figure>\n";
        else
            text += "<p class=\"dim\">" + htmlEscaped(withoutPictureText).toUtf8() + "</p>\n";
        if (!put(text))
            return false;
        for (const TableId table : group.tables) {
            if (!step() || !put("<section class=\"table\">\n" +
                                htmlBlocksOf(documentationTable(m_facts, table)) + "</section>\n"))
                return false;
        }
        return put("</section>\n");
    }

    const DocumentationFacts& m_facts;
    const DocumentationPictures& m_pictures;
    const DocumentationSink& m_sink;
    const DocumentationProgress& m_progress;
    int m_done = 0;
    int m_total = 0;
};

} // namespace

bool writeDocumentationHtml(const DocumentationInput& input, const DocumentationPictures& pictures,
                            const DocumentationSink& sink, const DocumentationProgress& progress)
{
    const DocumentationFacts facts(input);
    return DocumentationHtml(facts, pictures, sink, progress).write();
}

} // namespace cadastre
