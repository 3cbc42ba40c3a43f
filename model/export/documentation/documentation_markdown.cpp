// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The documentation as Markdown: a folder with a file per group, or one file; pictures beside.
#include "model/export/documentation/documentation_parts.h"

namespace cadastre {

namespace {

/// A name as a piece of a file's name.
QString fileNameWord(const QString& name)
{
    constexpr qsizetype longest = 50;
    QString word;
    for (const QChar c : name.toLower()) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_');
        if (isPlain)
            word += c;
        else if (!word.isEmpty() && !word.endsWith(QLatin1Char('-')))
            word += QLatin1Char('-');
    }
    word.truncate(longest);
    while (word.endsWith(QLatin1Char('-')))
        word.chop(1);
    return word;
}

/// "2-billing": the number keeps names apart.
QString groupFileName(const DocumentationFacts& facts, std::size_t group)
{
    const QString word = fileNameWord(facts.groups()[group].name);
    return QStringLiteral("%1%2").arg(
        QString::number(group + 1), word.isEmpty() ? QString() : QString(QLatin1Char('-') + word));
}

class DocumentationMarkdown
{
public:
    DocumentationMarkdown(const DocumentationFacts& facts, const DocumentationPictures& pictures,
                          const DocumentationFiles& files, const DocumentationProgress& progress)
        : m_facts(facts)
        , m_pictures(pictures)
        , m_files(files)
        , m_progress(progress)
    {
        m_total = static_cast<int>(facts.input.schema.tables.size() + facts.groups().size()) + 1;
    }

    [[nodiscard]] bool writeFolder()
    {
        for (std::size_t i = 0; i < m_facts.groups().size(); ++i) {
            const QString file = groupFileName(m_facts, i) + QStringLiteral(".md");
            m_fileOf[m_facts.input.anchors.ofGroup(i)] = file;
            for (const TableId table : m_facts.groups()[i].tables)
                m_fileOf[m_facts.input.anchors.ofTable(table)] = file;
        }
        const QString first = QStringLiteral("README.md");
        if (!step() || !m_files(first, printed(documentationOverview(m_facts), first) + "\n" +
                                           printed(documentationIndex(m_facts), first)))
            return false;
        for (std::size_t i = 0; i < m_facts.groups().size(); ++i) {
            const QString file = groupFileName(m_facts, i) + QStringLiteral(".md");
            QByteArray text;
            const auto append = [&text](const QByteArray& piece) {
                text += piece;
                return true;
            };
            if (!writeGroup(i, groupFileName(m_facts, i) + QStringLiteral(".svg"), file, append) ||
                !m_files(file, text))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool writeFile(const QString& pictureName, const DocumentationSink& sink)
    {
        if (!step() || !sink(printed(documentationOverview(m_facts), {}) + "\n"))
            return false;
        for (std::size_t i = 0; i < m_facts.groups().size(); ++i)
            if (!writeGroup(i,
                            QStringLiteral("%1-%2.svg").arg(pictureName, groupFileName(m_facts, i)),
                            {}, sink))
                return false;
        return sink(printed(documentationIndex(m_facts), {}));
    }

private:
    [[nodiscard]] bool step() { return m_progress(m_done++, m_total); }

    /// Links from one file to another name it.
    [[nodiscard]] QByteArray printed(const Document& document, const QString& here) const
    {
        return markdownOf(document, [&](const QString& anchor) {
            const QString file = m_fileOf.value(anchor);
            return QString((file == here ? QString() : file) + QLatin1Char('#') + anchor);
        });
    }

    [[nodiscard]] bool writeGroup(std::size_t index, const QString& pictureFile,
                                  const QString& here, const DocumentationSink& sink)
    {
        if (!step())
            return false;
        Document group = documentationGroup(m_facts, index);
        const QByteArray svg = m_pictures.ofGroup(index);
        if (svg.isEmpty()) {
            group.paragraph(withoutPictureText);
        } else {
            if (!m_files(pictureFile, svg))
                return false;
            group.picture({}, QStringLiteral("Diagram of %1").arg(m_facts.groups()[index].name),
                          pictureFile);
        }
        if (!sink(printed(group, here) + "\n"))
            return false;
        for (const TableId table : m_facts.groups()[index].tables)
            if (!step() || !sink(printed(documentationTable(m_facts, table), here) + "\n"))
                return false;
        return true;
    }

    const DocumentationFacts& m_facts;
    const DocumentationPictures& m_pictures;
    const DocumentationFiles& m_files;
    const DocumentationProgress& m_progress;
    QHash<QString, QString> m_fileOf;
    int m_done = 0;
    int m_total = 0;
};

} // namespace

bool writeDocumentationFolder(const DocumentationInput& input,
                              const DocumentationPictures& pictures,
                              const DocumentationFiles& files,
                              const DocumentationProgress& progress)
{
    const DocumentationFacts facts(input);
    return DocumentationMarkdown(facts, pictures, files, progress).writeFolder();
}

bool writeDocumentationMarkdown(const DocumentationInput& input,
                                const DocumentationPictures& pictures, const QString& pictureName,
                                const DocumentationSink& sink, const DocumentationFiles& files,
                                const DocumentationProgress& progress)
{
    const DocumentationFacts facts(input);
    return DocumentationMarkdown(facts, pictures, files, progress).writeFile(pictureName, sink);
}

} // namespace cadastre
