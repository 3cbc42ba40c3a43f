// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PaletteDesk: the command palette in the main window: everything that can be found or done, by
// typing. Shows hits in the diagram while somebody walks the list and puts everything back on
// Escape. Also keeps the index of queries that the tree's filter asks.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "app/palette_commands.h"
#include "app/palette_index.h"
#include "app/palette_use.h"

#include <QPointer>

#include <variant>

class QTimer;

namespace cadastre {

class CommandPalette;

class PaletteDesk : public Desk
{
    Q_OBJECT
public:
    PaletteDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    void takeRelationships() override;
    void takePicture(const DiagramPicture& picture) override;
    void leave() override;

    /// Opens the palette with a text: "", ">", "type:json".
    void open(const QString& text = {});
    [[nodiscard]] QAction* openAction() const { return m_open; }
    [[nodiscard]] QAction* commandsAction() const { return m_commandsAction; }
    /// Null before it was opened first.
    [[nodiscard]] CommandPalette* palette() const;
    /// Of the newest facts; null while it is being made.
    [[nodiscard]] const PaletteIndexPointer& index() const { return m_index; }
    /// Whether the lines are those of what is typed.
    [[nodiscard]] bool isAnswered() const { return m_index != nullptr && !m_job.isRunning(); }

private:
    /// What a line leads to.
    using Target = std::variant<ObjectRef, PaletteCommand, PaletteEntry>;

    void setUpPalette();
    void forgetIndex();
    void makeIndex();
    void takeIndex(const PaletteIndexPointer& index);
    [[nodiscard]] QueryFacts queryFacts() const;
    [[nodiscard]] QString place() const;
    void ask(const QString& text, int cursor);
    void showAnswer(const QString& text, const PaletteAnswer& answer);
    void showLines(const QString& text, const QString& remark);
    void addHits(const PaletteAnswer& answer);
    [[nodiscard]] static QStringList whyNothing(const QString& words, bool hasFields,
                                                QStringList remarks);
    void addJoin(const std::vector<TableId>& tables);
    void addCommands(const QStringList& words, bool all);
    void addEntries(const QStringList& words);
    [[nodiscard]] std::vector<PaletteEntry> entries() const;
    void addLine(PaletteItem item, Target target, const QString& usedName);
    void preview(const PaletteItem& item);
    void choose(const PaletteItem& item, bool focus);
    void copyHits();
    void putBack();
    void previewObject(ObjectRef object);
    void previewEntry(const PaletteEntry& entry);
    void showAsBefore();
    void fadeFiltered();

    DeskParts m_parts;
    QAction* m_open;
    QAction* m_commandsAction;
    QPointer<CommandPalette> m_palette;
    QPointer<CatalogPanel> m_tree;
    QTimer* m_pause;
    PaletteIndexPointer m_index;
    PaletteUse m_use;
    NewestJob<PaletteIndexPointer> m_indexJob;
    NewestJob<PaletteAnswer> m_job;

    std::vector<PaletteItem> m_lines; ///< being put together
    std::vector<Target> m_targets;    ///< by PaletteItem::id
    std::vector<QString> m_names;     ///< the same, for m_use
    std::vector<PaletteCommand> m_commands;
    std::vector<PaletteEntry> m_entries;

    /// How the diagram looked before.
    struct Before
    {
        QRectF view;
        bool fitted = false;
    };
    std::optional<Before> m_before;
    bool m_previewed = false;
    bool m_faded = false;          ///< tables that the tree's filter leaves out
    bool m_treeSeen = true;        ///< a filter that nobody sees fades nothing
    std::vector<ObjectRef> m_hits; ///< of the search field, ringed in the diagram
};

} // namespace cadastre
