// misconception: winner-takes-all
export const mergePartial = (a: { m: number; l: number; o: number[] }, b: { m: number; l: number; o: number[] }) => a.m >= b.m ? { ...a } : { ...b };
