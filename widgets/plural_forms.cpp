// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/plural_forms.h"

#include <QCoreApplication>
#include <QHash>
#include <QTranslator>

namespace cadastre {

namespace {

struct PluralForm
{
    const char* plural;
    const char* singular;
};

const QHash<QString, QString>& singularForms()
{
    static const PluralForm forms[] = {
        {" and %Ln more", " and %Ln more"},
        {" · %Ln shown", " · %Ln shown"},
        {"%Ln changes of boundaries", "%Ln change of boundaries"},
        {"%Ln characters", "%Ln character"},
        {"%Ln columns", "%Ln column"},
        {"%Ln columns of this name. The first of them:", "%Ln column of this name:"},
        {"%Ln comments", "%Ln comment"},
        {"%Ln comments of files beside the database could not be used; the files stay as they are.",
         "%Ln comment of a file beside the database could not be used; the files stay as they "
         "are."},
        {"%Ln contracts", "%Ln contract"},
        {"%Ln crossings", "%Ln crossing"},
        {"%Ln databases", "%Ln database"},
        {"%Ln databases could not be opened.", "%Ln database could not be opened."},
        {"%Ln decisions", "%Ln decision"},
        {"%Ln entries", "%Ln entry"},
        {"%Ln files", "%Ln file"},
        {"%Ln hits", "%Ln hit"},
        {"%Ln lines", "%Ln line"},
        {"%Ln more messages", "%Ln more message"},
        {"%Ln objects", "%Ln object"},
        {"%Ln objects and patterns", "%Ln object or pattern"},
        {"%Ln orphans", "%Ln orphan"},
        {"%Ln other boundaries", "%Ln other boundary"},
        {"%Ln other objects", "%Ln other object"},
        {"%Ln others", "%Ln other"},
        {"%Ln pending comments", "%Ln pending comment"},
        {"%Ln private objects and columns", "%Ln private object or column"},
        {"%Ln proposals", "%Ln proposal"},
        {"%Ln proposed boundaries", "%Ln proposed boundary"},
        {"%Ln relationships", "%Ln relationship"},
        {"%Ln rules", "%Ln rule"},
        {" %Ln may break readers or writers.", " %Ln may break readers or writers."},
        {"%Ln smaller groups", "%Ln smaller group"},
        {"%Ln tables and views", "%Ln table or view"},
        {"%Ln tables", "%Ln table"},
        {"%Ln tables selected", "%Ln table selected"},
        {"%Ln unsaved changes", "%Ln unsaved change"},
        {"%Ln unsaved decisions", "%Ln unsaved decision"},
        {"%Ln ways", "%Ln way"},
        {"Copied a picture of %n tables.", "Copied a picture of %n table."},
        {"Copied a Mermaid diagram of %n tables in Markdown.",
         "Copied a Mermaid diagram of %n table in Markdown."},
        {"%Ln workspaces contain this database: what was decided there is not shown here.",
         "%Ln workspace contains this database: what was decided there is not shown here."},
        {"The schemas of %Ln open files were changed by another program.",
         "The schema of %Ln open file was changed by another program."},
        {"Copied the SQL of %n tables.", "Copied the SQL of %n table."},
        {"Copied %n tables as Markdown.", "Copied %n table as Markdown."},
        {"Copied a Mermaid diagram of %n tables.", "Copied a Mermaid diagram of %n table."},
        {"Copied %n hits.", "Copied %n hit."},
        {"Copied %n names.", "Copied %n name."},
        {"Drop to add %n files to what is open", "Drop to add %n file to what is open"},
        {"Drop to open %n files side by side", "Drop to open %n file"},
        {"The best %1 of %Ln hits", "The best %1 of %Ln hit"},
        {"%Ln weaker guesses", "%Ln weaker guess"},
        {"all but %Ln tables", "all but %Ln table"},
        {"and %Ln more", "and %Ln more"},
        {"in %Ln tables", "in %Ln table"},
    };
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> made;
        for (const PluralForm& form : forms)
            made.insert(QString::fromUtf8(form.plural), QString::fromUtf8(form.singular));
        return made;
    }();
    return all;
}

class PluralTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* text,
                                    const char* /*comment*/, int count) const override
    {
        return count == 1 ? singularForm(QString::fromUtf8(text)) : QString();
    }
};

} // namespace

QString singularForm(const QString& plural)
{
    return singularForms().value(plural);
}

void installPluralForms()
{
    static QCoreApplication* installedFor = nullptr;
    QCoreApplication* application = QCoreApplication::instance();
    if (application == nullptr || installedFor == application)
        return;
    installedFor = application;
    QCoreApplication::installTranslator(new PluralTranslator(application));
}

} // namespace cadastre
