// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/schema_files.h"

#include "model/export/schema/dbml.h"
#include "model/export/schema/mermaid.h"
#include "model/export/schema/plantuml.h"
#include "model/replace_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>

namespace cadastre {

namespace {

struct SchemaFileWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::SchemaFiles)
};

bool isMarkdown(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("md") || ending == QLatin1String("markdown");
}

/// A part's title as a piece of a file name.
QString fileWord(const QString& title)
{
    constexpr qsizetype longest = 40;
    QString word;
    for (const QChar c : title.toLower()) {
        const bool isPlain = c.unicode() < 0x80 && c.isLetterOrNumber();
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

QString partPath(const QString& path, std::size_t number, const QString& title)
{
    const QFileInfo info(path);
    const QString word = fileWord(title);
    const QString name =
        QStringLiteral("%1-%2%3.%4")
            .arg(info.completeBaseName(), QString::number(number),
                 word.isEmpty() ? QString() : QString(QLatin1Char('-') + word), info.suffix());
    return info.dir().filePath(name);
}

QString dividedRemark(const std::vector<MermaidDiagram>& diagrams, bool inOneFile,
                      const QString& path)
{
    int leftOut = 0;
    for (const MermaidDiagram& diagram : diagrams)
        leftOut += diagram.leftOut;
    QStringList sentences;
    if (diagrams.size() > 1) {
        const int parts = static_cast<int>(diagrams.size()) - 1;
        const QString where =
            inOneFile ? SchemaFileWords::tr("under a heading each")
                      : SchemaFileWords::tr("in files beside it, %1 and so on")
                            .arg(QFileInfo(partPath(path, 1, diagrams[1].title)).fileName());
        sentences << SchemaFileWords::tr(
                         "The diagram is more than Mermaid takes (50,000 characters, 500 "
                         "relationships), so it was divided by group into an overview and "
                         "%1 diagrams, %2.")
                         .arg(QString::number(parts), where);
    }
    if (leftOut > 0)
        sentences << SchemaFileWords::tr(
                         "%1 columns or relationships did not fit and were left out.")
                         .arg(leftOut);
    return sentences.join(QLatin1Char(' '));
}

SchemaFiles mermaidFiles(const SchemaExport& schema, const QString& path)
{
    const std::vector<MermaidDiagram> diagrams = mermaidDiagrams(schema);
    const bool isStream = path == QLatin1String("-");
    const bool inOneFile = isMarkdown(path) || (isStream && diagrams.size() > 1);
    SchemaFiles result;
    result.remark = dividedRemark(diagrams, inOneFile, path);
    if (inOneFile) {
        result.files.push_back({path, mermaidMarkdown(diagrams, schema.title)});
        return result;
    }
    result.files.push_back({path, diagrams.front().text});
    for (std::size_t i = 1; i < diagrams.size(); ++i)
        result.files.push_back({partPath(path, i, diagrams[i].title), diagrams[i].text});
    return result;
}

} // namespace

std::optional<SchemaLanguage> schemaLanguage(const QString& word)
{
    static const QHash<QString, SchemaLanguage> languages{
        {QStringLiteral("mermaid"), SchemaLanguage::Mermaid},
        {QStringLiteral("mmd"), SchemaLanguage::Mermaid},
        {QStringLiteral("md"), SchemaLanguage::Mermaid},
        {QStringLiteral("markdown"), SchemaLanguage::Mermaid},
        {QStringLiteral("plantuml"), SchemaLanguage::PlantUml},
        {QStringLiteral("puml"), SchemaLanguage::PlantUml},
        {QStringLiteral("dbml"), SchemaLanguage::Dbml}};
    const auto found = languages.find(word.toLower());
    return found == languages.end() ? std::nullopt : std::optional(*found);
}

SchemaFiles schemaFiles(const SchemaExport& schema, SchemaLanguage language, const QString& path)
{
    switch (language) {
    case SchemaLanguage::Mermaid:
        return mermaidFiles(schema, path);
    case SchemaLanguage::PlantUml:
        return {{{path, schemaPlantUml(schema)}}, {}};
    case SchemaLanguage::Dbml:
        return {{{path, schemaDbml(schema)}}, {}};
    }
    Q_UNREACHABLE();
}

Result<Nothing> writeSchemaFiles(const SchemaFiles& files)
{
    for (const SchemaFile& file : files.files)
        if (const Result<Nothing> written = replaceFile(file.path, file.content); !written)
            return written;
    return Nothing{};
}

} // namespace cadastre
