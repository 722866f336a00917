import type { DocumentedField } from '#lib/authoring/source-docs.ts'
import styles from './authors.module.css'

interface FieldTableProps {
  readonly label: string
  readonly fields: readonly DocumentedField[]
}

/** Fields by name, with their types and purposes. */
export function FieldTable({ label, fields }: FieldTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="table-scroll" tabIndex={0}>
      <table className={`plain-table ${styles.fields}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Purpose</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, optional, doc }) => (
            <tr key={name}>
              <th scope="row">
                <code translate="no">{name}</code>
                {optional && <span className="quiet"> (optional)</span>}
              </th>
              <td>
                <code translate="no">{type}</code>
              </td>
              <td>{doc}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
